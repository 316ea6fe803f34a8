/** Writes what a signed-in caller is told about itself. */
import { ROLE_PERMISSIONS, type Session } from '@daiban/contracts';
import { Injectable } from '@nestjs/common';
import { InstallationClock } from '../clock/installation-clock.js';
import type { StaffCaller } from './actor.js';

@Injectable()
export class SessionView {
  constructor(private readonly clock: InstallationClock) {}

  async of({ actor, agency, locale }: StaffCaller): Promise<Session> {
    const { kind, id, name, role } = actor;
    return {
      actor: { kind, id, name, role, locale },
      agency: { ...agency },
      permissions: [...ROLE_PERMISSIONS[role]],
      demo: this.clock.demo,
      businessNow: await this.clock.now(),
    };
  }
}
