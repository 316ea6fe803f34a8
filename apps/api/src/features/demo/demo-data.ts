/** What a demo installation is filled with. `DemoService` calls it once after the agency and its people are made; `demo-data.service.ts` is the data. */
import type { StaffActor } from '../../platform/auth/actor.js';
import type { Role } from '@daiban/domain/enumerations';

export abstract class DemoData {
  /**
   * Makes clients, people, registrations and their histories through the services, as the demo's members would have.
   * @param members one actor for each role; all of the same agency
   */
  abstract fill(members: Readonly<Record<Role, StaffActor>>): Promise<void>;
}
