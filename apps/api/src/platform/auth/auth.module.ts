/** Offers identity to the HTTP layer and to the features that make members, keys and links. */
import { Global, Module } from '@nestjs/common';
import { CallerLookup } from './caller-lookup.js';
import { PasswordConfirmation } from './password-confirmation.js';
import { PortalSessions } from './portal-sessions.js';
import { RecentCallers } from './recent-callers.js';
import { SessionController } from './session.controller.js';
import { SessionView } from './session-view.js';
import { SignInService } from './sign-in.service.js';
import { StaffIdentity } from './staff-identity.js';

const SERVICES = [
  CallerLookup,
  PasswordConfirmation,
  PortalSessions,
  RecentCallers,
  SessionView,
  SignInService,
  StaffIdentity,
];

@Global()
@Module({ controllers: [SessionController], providers: SERVICES, exports: SERVICES })
export class AuthModule {}
