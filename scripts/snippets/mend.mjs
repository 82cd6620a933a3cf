// What jsii-rosetta gets wrong in the forms that we have, and how it is mended. Names come from the assembly.

/** Applies `mend` to what is code: strings and comments stay as they are. */
const inCode = (text, mend) =>
  text
    .split(/("(?:[^"\\\n]|\\.)*"|\/\/.*)/)
    .map((part, i) => (i % 2 ? part : mend(part)))
    .join("");

const variablesOf = (setup) => [...setup.cdk.matchAll(/\bconst (\w+) =/g)].map((match) => match[1]);
const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** The type of a module with this name; a struct of an L1 construct stands inside the construct. */
const namedIn = (assembly, module, name) =>
  Object.keys(assembly.types).find(
    (fqn) =>
      fqn === `${module}.${name}` ||
      (fqn.endsWith(`.${name}`) && assembly.types[fqn].namespace?.startsWith(`${module.split(".")[1]}.Cfn`)),
  );

export const mendPython = (text) => text;

/** Java: a property that is gone through on the way to a call is read by its getter. */
export const mendJava = (text, setup) =>
  inCode(text, (part) =>
    part.replace(chain(setup), (_, variable, property) => `${variable}.get${capital(property)}().`),
  );

/** `pool.role.` with `pool` a variable of the set-up. */
const chain = (setup) =>
  new RegExp(`\\b(${variablesOf(setup).join("|") || "(?!)"})\\.([a-zA-Z]\\w*)\\.`, "g");

/** C# knows namespaces, not the aliases of TypeScript: those that were left in interpolations go. */
export function mendCsharp(text, _setup, modules) {
  if (/new Struct\b/.test(text))
    throw new Error("C#: an object literal of no known type; use PolicyDocument");
  return text.replace(
    new RegExp(`(?<=[{(\\s])(?:${modules.map((m) => m.alias).join("|")})\\.(?=[A-Z])`, "g"),
    "",
  );
}

/** aws-cdk-lib.aws_iam -> awsiam */
export const packageOf = ({ module }) => (module.split(".")[1] ?? "awscdk").replaceAll("_", "");

/** Go: packages are named awsiam, struct and interface names need theirs, members are exported methods. */
export function mendGo(text, setup, modules, assembly) {
  const qualified = (name) => {
    for (const owner of modules) {
      const fqn = namedIn(assembly, owner.module, name);
      if (fqn) return `${packageOf(owner)}.${fqn.slice(owner.module.length + 1).replace(".", "_")}`;
    }
    throw new Error(`Go: ${name} is in none of ${modules.map((m) => m.module).join(", ")} (${setup.id})`);
  };
  const variables = variablesOf(setup).join("|") || "(?!)";
  const code = inCode(text, (part) =>
    modules
      .reduce((out, m) => out.replace(new RegExp(`\\b${m.alias}\\.(?=[A-Z])`, "g"), `${packageOf(m)}.`), part)
      .replace(/\(this(?=,)/g, "(stack")
      .replace(/(&|\[\])([A-Z]\w*)(?=\{)/g, (_, before, name) => before + qualified(name))
      .replaceAll("_*", "_")
      .replace(chain(setup), (_, variable, property) => `${variable}.${capital(property)}().`)
      .replace(
        new RegExp(`\\b(${variables})\\.([a-z]\\w*)(\\(?)`, "g"),
        (_, v, member, call) => `${v}.${capital(member)}${call || "()"}`,
      ),
  );
  return mendSprintf(code, variables);
}

/** jsii hands strings around as pointers: Sprintf of jsii gives one, and takes what stands behind the others. */
function mendSprintf(text, variables) {
  const call = /(?:jsii\.String\()?fmt\.Sprintf\(("(?:[^"\\]|\\.)*")((?:, (?:[\w.]+\(\)|[\w.]+))*)\)(\)?)/g;
  return text.replace(call, (whole, format, values, close) => {
    const wrapped = whole.startsWith("jsii.String(");
    const pointers = values.replace(new RegExp(`, (?=awscdk\\.|(?:${variables})\\.)`, "g"), ", *");
    return `jsii.Sprintf(${format}${pointers})${wrapped ? "" : close}`;
  });
}
