import type { CdkLanguage } from "../types.ts";

/** A new file's stack, in which a set-up goes at `|`; tabs are levels. */
const SKELETONS: Readonly<Record<CdkLanguage, string>> = {
  typescript: `import * as cdk from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export class IdentityStack extends cdk.Stack {
	constructor(scope: Construct, id: string, props?: cdk.StackProps) {
		super(scope, id, props);

		|
	}
}
`,
  javascript: `const cdk = require('aws-cdk-lib');

class IdentityStack extends cdk.Stack {
	constructor(scope, id, props) {
		super(scope, id, props);

		|
	}
}

module.exports = { IdentityStack };
`,
  python: `import aws_cdk as cdk
from constructs import Construct


class IdentityStack(cdk.Stack):
	def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
		super().__init__(scope, construct_id, **kwargs)

		|
`,
  java: `import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

public class IdentityStack extends Stack {
	public IdentityStack(final Construct scope, final String id, final StackProps props) {
		super(scope, id, props);

		|
	}
}
`,
  csharp: `using Amazon.CDK;
using Constructs;

public class IdentityStack : Stack
{
	public IdentityStack(Construct scope, string id, IStackProps props = null) : base(scope, id, props)
	{
		|
	}
}
`,
  go: `package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/constructs-go/constructs/v10"
)

func NewIdentityStack(scope constructs.Construct, id string, props *awscdk.StackProps) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, props)

	|

	return stack
}
`,
};

/** The skeleton of a language and where in it a set-up goes. */
export function skeleton(
  language: CdkLanguage,
  width: number,
): { readonly text: string; readonly offset: number } {
  const unit = language === "go" ? "\t" : " ".repeat(width);
  const marked = SKELETONS[language].replaceAll("\t", unit);
  const offset = marked.indexOf("|");
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
