interface Shell {
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
}

/** The empty page: its bar, its regions, and a policy that lets in our own script and style and nothing else. */
export function shell({ cspSource, script, style }: Shell): string {
  const nonce = randomNonce();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}';">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>AWS identity reference</title>
</head>
<body>
<header>
<button class="icon" id="back" aria-label="Back" title="Back (Alt+Left)">‹</button>
<button class="icon" id="forward" aria-label="Forward" title="Forward (Alt+Right)">›</button>
<button class="icon" id="home" aria-label="Start page" title="Start page">⌂</button>
<input id="search" type="search" role="combobox" aria-label="Search the reference" aria-expanded="false" aria-controls="results" aria-autocomplete="list" placeholder="Search" autocomplete="off" spellcheck="false">
<div id="results" role="listbox" aria-label="Results" hidden></div>
</header>
<div id="find" role="search" aria-label="Find in page" hidden>
<input id="find-text" aria-label="Find in page" autocomplete="off" spellcheck="false">
<span id="find-count" role="status"></span>
<button class="icon" id="find-close" aria-label="Close find">✕</button>
</div>
<aside id="head" aria-label="Under the cursor" hidden></aside>
<main id="page" tabindex="-1"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** Unguessable, for one load of the page. */
function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
