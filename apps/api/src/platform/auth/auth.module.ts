/** Offers identity to the HTTP layer and to the features that make members, keys and links. */
import { Global, Module } from '@nestjs/common';
import { CallerLookup } from './caller-lookup.js';
import { PortalSessions } from './portal-sessions.js';
import { StaffIdentity } from './staff-identity.js';

@Global()
@Module({ providers: [CallerLookup, PortalSessions, StaffIdentity], exports: [CallerLookup, PortalSessions, StaffIdentity] })
export class AuthModule {}
