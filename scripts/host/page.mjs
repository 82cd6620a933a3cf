import { chromium } from "playwright-core";
import { findBrowser } from "./browser.mjs";

/** A headless browser, the same for every test. */
export async function launchBrowser() {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args, env, timeout: 60_000 });
}

/**
 * Exceptions that nobody caught, as far as the page hears of them: the extension host reports those of activation,
 * commands, providers and timers to the page's console, without saying whose they are, and a webview its own.
 * @param {import("playwright-core").Page} page
 * @returns {string[]} grows while the page lives
 */
export function watchExceptions(page) {
  /** @type {string[]} */
  const exceptions = [];
  page.on("console", (message) => {
    if (message.type() === "error" && isException(message.text())) exceptions.push(message.text());
  });
  page.on("pageerror", (error) => {
    if (!known.test(error.message)) exceptions.push(String(error.stack ?? error));
  });
  return exceptions;
}

/** VS Code's own, of every run: native modules that stay unbuilt, its service worker, what is ended with the page, an account. */
const known =
  /bindings file|build\/Release\/|ServiceWorker|Canceled|ENOTFOUND|authentication provider 'github'|onWillSaveTextDocument/;
/** `TypeError: ...`, with what VS Code's log puts before it. */
const exception =
  /^(%c *ERR color: #\w+ )?(%c)?(\[Extension Host\] )?(%c)?(\w*Error: |\[identity-lens\.)|dist\/(extension|lens|reference)\.js/;

/** @param {string} text */
const isException = (text) => exception.test(text) && !known.test(text);
