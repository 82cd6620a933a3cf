/** What is said of a statement whose effect isn't settled. */
import { say } from "../../text.ts";
import type { Rich } from "../../types.ts";
import { show } from "../phrase.ts";
import type { Statement } from "./parse.ts";

export const modal = (statement: Statement): Rich =>
  statement.effect === "Allow" ? say`may` : say`(${unsettled(statement)}) may`;

/** "with no effect written yet"; "with the effect of parameter `Effect`", where it is known at deployment only. */
export const unsettled = ({ effectText }: Statement): Rich =>
  effectText ? say`with the effect ${show(effectText)}` : say`with no effect written yet`;
