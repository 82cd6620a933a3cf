import type { CdkLanguage } from "../../types.ts";
import type { Member, NameIndex } from "../names.ts";
import type { Binding, FunctionNode, LocalType, MapNode, MemberNode, Node, Root, Syntax } from "../syntax.ts";
import type { Steps } from "./builders.ts";

/** What an expression means, where it means something of the CDK or leads there. */
export type Meaning =
  /** `path` is the name as the language writes it, for going on to a nested package. */
  | { readonly kind: "module"; readonly module: string; readonly path: string }
  | { readonly kind: "package"; readonly path: string }
  /** A class, struct, interface or enum itself. */
  | { readonly kind: "class"; readonly fqn: string }
  /** Go's `NewRole`. */
  | { readonly kind: "constructor"; readonly fqn: string }
  /** Something that has the type, written as in the names' data. */
  | { readonly kind: "value"; readonly type: string; readonly member?: Member }
  | { readonly kind: "method"; readonly member: Member }
  /** Java's `Role.Builder`, and what its methods give; `made` is what `build()` gives. */
  | { readonly kind: "builderClass"; readonly made: string }
  | { readonly kind: "builder"; readonly made: string; readonly props: string | undefined }
  | {
      readonly kind: "builderMethod";
      readonly made: string;
      readonly props: string | undefined;
      readonly prop: Member | undefined;
      readonly name: string;
    }
  | { readonly kind: "localClass"; readonly type: LocalType }
  | { readonly kind: "localValue"; readonly type: LocalType }
  /** A function of the file itself. */
  | { readonly kind: "function"; readonly node: FunctionNode }
  /** `super`: the class of the CDK that a class of the file extends. */
  | { readonly kind: "base"; readonly fqn: string }
  | { readonly kind: "fields"; readonly type: MapNode }
  /** An object literal, for its members. */
  | { readonly kind: "object"; readonly node: MapNode }
  | { readonly kind: "require" };

/** What is known of a file's names and expressions. */
export interface Resolver {
  readonly names: NameIndex;
  readonly language: CdkLanguage;
  meaning(node: Node): Meaning | undefined;
  /** What a member is taken from: where a property is named like its type, whichever of both is meant. */
  objectOf(node: MemberNode): Node;
  /** What a name or field is bound to at a place in the text. */
  binding(node: Node): Binding | undefined;
  /** The expression that a name or field surely holds. */
  value(node: Node): Node | undefined;
  /** What a loop's variable stands for, one after the other, where the list is written out; else the node itself. */
  each(node: Node): readonly Node[];
  readonly steps: Steps;
}

/** What the parts of the resolver work with. */
export interface Context {
  readonly syntax: Syntax;
  readonly names: NameIndex;
  readonly language: CdkLanguage;
  readonly open: readonly Meaning[];
  /** The classes that the file makes constructs of. */
  readonly constructs: ReadonlySet<string>;
  /** Where the value of C#'s `new(...)` goes, by what stands in the place of its class. */
  readonly targets: ReadonlyMap<Node, Root>;
  meaning(node: Node): Meaning | undefined;
  depth: number;
}

/** Longer chains of variables and calls than anyone writes are not followed. */
export const DEEPEST = 1000;
