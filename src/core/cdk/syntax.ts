import type { Range } from "../types.ts";

/**
 * Expressions of six languages in one form, and the scopes they stand in: just enough to know what is built from
 * what. Whatever has no form here is an `operation` with the parts that were understood.
 */
export type Node =
  | NameNode
  | MemberNode
  | CallNode
  | StringNode
  | NumberNode
  | ConstantNode
  | ListNode
  | MapNode
  | OperationNode
  | FunctionNode;

export interface NameNode {
  readonly kind: "name";
  readonly name: string;
  readonly range: Range;
  readonly scope: Scope;
  /** Where only a type can stand: in Java and C# a variable of the same name is something else. */
  readonly isType?: boolean;
}

/** `object.name`; the name is empty while it is still to be typed. */
export interface MemberNode {
  readonly kind: "member";
  readonly object: Node;
  readonly name: string;
  readonly nameRange: Range;
  readonly range: Range;
}

export interface Argument {
  /** Of a keyword argument. */
  readonly name: string | undefined;
  readonly nameRange: Range;
  readonly value: Node | undefined;
}

export interface CallNode {
  readonly kind: "call";
  readonly callee: Node;
  readonly arguments: readonly Argument[];
  readonly isNew: boolean;
  /** C#'s object or collection initialiser, Go's struct literal. */
  readonly initialiser: MapNode | ListNode | undefined;
  readonly range: Range;
}

export interface StringNode {
  readonly kind: "string";
  /** Pieces in order; a string alone has one piece of text. */
  readonly parts: readonly (TextPart | Node)[];
  /** Inside its quotes. */
  readonly range: Range;
  /** With its quotes. */
  readonly outer: Range;
}

export interface TextPart {
  readonly kind: "text";
  /** Decoded. */
  readonly text: string;
  readonly range: Range;
}

export interface NumberNode {
  readonly kind: "number";
  readonly value: number;
  readonly range: Range;
}

export interface ConstantNode {
  readonly kind: "constant";
  readonly value: boolean | null;
  readonly range: Range;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly Node[];
  readonly range: Range;
}

export interface Entry {
  /** Decoded, where it is a name or a plain string. */
  readonly key: string | undefined;
  readonly keyNode: Node;
  /** Whether the key was written in quotes or in brackets: then it is data, no name of a prop. */
  readonly quoted: boolean;
  readonly value: Node | undefined;
}

export interface MapNode {
  readonly kind: "map";
  readonly entries: readonly Entry[];
  /** `...common`. */
  readonly spreads: readonly Node[];
  readonly range: Range;
}

/** Operands of an operator that is not followed (`+` is), a condition's branches, what an index reads. */
export interface OperationNode {
  readonly kind: "operation";
  readonly operator: string;
  readonly operands: readonly Node[];
  /** Of a conditional expression, the operands that its value may be. */
  readonly branches?: readonly Node[] | undefined;
  /** TypeScript's `x as T`. */
  readonly type?: Node | undefined;
  readonly range: Range;
}

/** A function or method; its body is among the file's statements. */
export interface FunctionNode {
  readonly kind: "function";
  readonly range: Range;
  readonly parameters: readonly Parameter[];
  /** The declared type of what it gives. */
  readonly returns: Node | undefined;
  /** What it gives: the expression that it is, or what its `return` statements say. */
  readonly gives: readonly Node[];
  readonly scope: Scope;
}

export interface Parameter {
  /** Empty for a pattern. */
  readonly name: string;
  readonly type: Node | undefined;
  /** `...rest`: the type is that of a list of the arguments. */
  readonly rest: boolean;
}

// ---------------------------------------------------------------- scopes

export interface Scope {
  readonly parent: Scope | undefined;
  readonly kind: "file" | "class" | "function" | "block";
  readonly names: Map<string, Binding[]>;
  /** Of a class scope. */
  readonly type: LocalType | undefined;
  /** Of a function: the declared type of what it gives, and what it gives. */
  returns?: Node | undefined;
  readonly gives: Node[];
}

/** What a name stands for: the last of a name's bindings that begins before its use. */
export interface Binding {
  readonly name: string;
  readonly range: Range;
  readonly scope: Scope;
  /** Declared type. */
  readonly type?: Node | undefined;
  readonly value?: Node | undefined;
  /** Of a destructured value: the member it takes. */
  readonly pick?: string | undefined;
  /** `value` is a list, of which the name is one item. */
  readonly item?: boolean;
  /** `value` is a function, and reading the name calls it. */
  readonly getter?: boolean;
  /** `value` is only what a parameter is where nothing is given for it. */
  readonly preset?: boolean;
  readonly local?: LocalType | undefined;
  readonly imported?: Imported | undefined;
}

/** A class, interface or struct that the file itself declares. */
export interface LocalType {
  readonly name: string;
  readonly fields: Map<string, Binding[]>;
  /** Methods of Java, C# and Go, which may be named like fields. */
  methods?: Map<string, FunctionNode>;
  /** What it extends; members may come from there. */
  readonly bases: readonly Node[];
  /** What its constructor takes, where it has one of its own. */
  init?: readonly Parameter[];
}

export interface Imported {
  /** As the language writes it. */
  readonly module: string;
  /** The name within the module, `undefined` for the module itself. */
  readonly name: string | undefined;
}

/** What a file holds, ready to be looked at for sites. */
export interface Syntax {
  readonly file: Scope;
  /** Every expression that stands on its own, with what it is put into. */
  readonly roots: readonly Root[];
  /** Every call in them, those inside others first. */
  readonly calls: readonly CallNode[];
  /** `import x.*`, `using X`: modules whose names stand for themselves. */
  readonly open: readonly string[];
  /** Where modules are named. */
  readonly modules: readonly { readonly name: string; readonly range: Range }[];
  readonly comments: readonly Range[];
}

export interface Root {
  readonly node: Node;
  /** Where its value goes. */
  readonly target: Node | undefined;
  /** The declared type it must have. */
  readonly type: Node | undefined;
}
