package com.example.booking;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

public class IdentityStack extends Stack {
  public IdentityStack(final Construct scope, final String id) {
    super(scope, id);

    UserPool customers = UserPool.Builder.create(this, "Customers")
        .signInAliases(SignInAliases.builder().email(true).build())
        .mfa(Mfa.OPTIONAL)
        .mfaSecondFactor(MfaSecondFactor.builder().sms(false).otp(true).build())
        .build();

    Role partner = Role.Builder.create(this, "Partner")
        .assumedBy(new AccountPrincipal("123456789012"))
        .externalIds(List.of("7c1f0a52-booking"))
        .maxSessionDuration(Duration.hours(1))
        .build();

    partner.addToPolicy(PolicyStatement.Builder.create()
        .actions(List.of("cognito-idp:ListUsers"))
        .resources(List.of(customers.getUserPoolArn()))
        .build());
  }
}
