import type { MapEntry, Model, Parameter, Range, Resource, Value } from "../types.ts";
import { type EntryNode, entryOf, type MapNode, type Node, textOf } from "./nodes.ts";
import type { Part, Surroundings } from "./part.ts";
import { resourceTypeOf, SECTIONS } from "./sections.ts";

/** What a template declares. Resources are read one by one, when their contents are asked for. */
export function modelOf(parts: readonly Part[], around: Surroundings): Model {
  const resources = new Map<string, Resource>();
  const parameters = new Map<string, Parameter>();
  const mappings = new Map<string, Value>();
  const conditions = new Map<string, Value>();

  const add = (section: string, entry: EntryNode): void => {
    const { key, value } = entry;
    if (key.startsWith("Fn::ForEach")) loop(section, entry);
    else if (resourceTypeOf(value, section) !== undefined || section === "Resources") {
      resources.set(key, new DeclaredResource(key, entry.keyRange, undefined, () => value));
    } else if (section === "Parameters") parameters.set(key, parameter(entry));
    else if (section === "Mappings" && value) mappings.set(key, value);
    else if (section === "Conditions" && value) conditions.set(key, value);
  };
  const loop = (section: string, { value }: EntryNode): void => {
    for (const item of value?.kind === "list" ? value.items : [])
      if (item.kind === "map") for (const entry of item.entries) add(section, entry);
  };
  const declare = (part: Part): void => {
    const declared = quick(part, around);
    if (declared) resources.set(declared.id, declared);
    else if (part.piece.kind === "root") for (const section of part.entries(around)) addAll(section);
    else if (mayDeclare(part)) for (const entry of part.entries(around)) add(part.piece.section, entry);
  };
  const addAll = ({ key, value }: EntryNode): void => {
    if (value?.kind === "map") for (const entry of value.entries) add(key, entry);
  };
  for (const part of parts) declare(part);
  return { resources, parameters, mappings, conditions };
}

/** Outputs and their like need no reading, unless one is a resource out of its place. */
const mayDeclare = ({ piece, traits }: Part): boolean =>
  DECLARING.has(piece.section) || !SECTIONS.has(piece.section) || traits.type !== undefined;

const DECLARING = new Set(["Resources", "Parameters", "Mappings", "Conditions"]);

/** A resource whose key can be seen without reading it. */
function quick(part: Part, around: Surroundings): Resource | undefined {
  const { piece } = part;
  if (piece.kind !== "entry" || piece.section !== "Resources" || !piece.key) return undefined;
  const { text: id, start } = piece.key;
  if (!/^\w+$/.test(id) || holdsOthers(part, around)) return undefined;
  const range = { start, end: start + id.length };
  return new DeclaredResource(id, range, part.traits.type, () => part.entries(around)[0]?.value);
}

/** Entries of JSON that stand deeper than the first of their section go with the one above them. */
const holdsOthers = ({ traits }: Part, { syntax }: Surroundings): boolean =>
  syntax === "json" && (traits.outermost ?? 1) > 1;

const bodyOf = (node: Node | undefined): readonly EntryNode[] => (node?.kind === "map" ? node.entries : []);

/** Made by the thousand after each keystroke: it reads its entry only when asked. */
class DeclaredResource implements Resource {
  readonly id: string;
  readonly idRange: Range;
  readonly #type: string | undefined;
  readonly #value: () => Node | undefined;

  /** `type` where it is known without reading the entry. */
  constructor(id: string, idRange: Range, type: string | undefined, value: () => Node | undefined) {
    this.id = id;
    this.idRange = idRange;
    this.#type = type;
    this.#value = value;
  }

  get type(): string {
    return this.#type ?? textOf(this.#under("Type")) ?? "";
  }

  get typeRange(): Range | undefined {
    return this.#under("Type")?.range;
  }

  get properties(): MapNode | undefined {
    const properties = this.#under("Properties");
    return properties?.kind === "map" ? properties : undefined;
  }

  get attributes(): readonly MapEntry[] {
    return bodyOf(this.#value()).filter(({ key }) => key !== "Type" && key !== "Properties");
  }

  get range(): Range {
    return { start: this.idRange.start, end: this.#value()?.range.end ?? this.idRange.end };
  }

  #under(key: string): Node | undefined {
    return bodyOf(this.#value()).find((entry) => entry.key === key)?.value;
  }
}

function parameter({ key, keyRange, value }: EntryNode): Parameter {
  const map = value?.kind === "map" ? value : undefined;
  const get = (name: string): Node | undefined => map && entryOf(map, name)?.value;
  const allowed = get("AllowedValues");
  return {
    id: key,
    idRange: keyRange,
    type: textOf(get("Type")) ?? "",
    default: get("Default"),
    allowedValues: allowed?.kind === "list" ? allowed.items : [],
    noEcho: textOf(get("NoEcho")) === "true",
  };
}
