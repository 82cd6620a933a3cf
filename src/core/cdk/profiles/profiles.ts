import type { CdkLanguage } from "../../types.ts";
import { csharp } from "./csharp.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import type { Profile } from "./profile.ts";
import { python } from "./python.ts";
import { javascript, typescript } from "./typescript.ts";

export const profiles: Readonly<Record<CdkLanguage, Profile>> = {
  typescript,
  javascript,
  python,
  java,
  csharp,
  go,
};
