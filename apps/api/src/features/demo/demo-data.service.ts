/** Lives the demo's past: takes each step of `demo-cases.ts` on its day, through the services, as the demo's members would have. */
import { shanghaiDate, shanghaiInstant } from '@daiban/domain/calendar';
import type { Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { DEMO_START, InstallationClock } from '../../platform/clock/installation-clock.js';
import { ClientsService } from '../clients/clients.service.js';
import { PeopleService } from '../people/people.service.js';
import { PortalLinksService } from '../portal/portal-links.service.js';
import { DEMO_CASES } from './demo-cases.js';
import { DemoData } from './demo-data.js';
import { DemoPlacesService } from './demo-places.service.js';
import { done, type OpenedCase } from './demo-case.js';
import { DEMO_DATA_REQUEST_TIME, DEMO_LEADS, DemoPublicService } from './demo-public.service.js';
import { DemoStepsService } from './demo-steps.service.js';
import { DEMO_CLIENTS, DEMO_PEOPLE, type DemoCase } from './demo-story.js';

/** Something that happened at an instant. */
interface Moment {
  readonly at: string;
  readonly happens: () => Promise<void>;
}

@Injectable()
export class DemoDataService extends DemoData {
  constructor(
    private readonly clock: InstallationClock,
    private readonly clients: ClientsService,
    private readonly people: PeopleService,
    private readonly steps: DemoStepsService,
    private readonly places: DemoPlacesService,
    private readonly links: PortalLinksService,
    private readonly pages: DemoPublicService,
  ) {
    super();
  }

  async fill(members: Readonly<Record<Role, StaffActor>>): Promise<void> {
    const moments = this.#plan(members).sort((one, other) => one.at.localeCompare(other.at));
    const [first] = moments;
    if (!first) return;
    await this.clock.restart(first.at);
    await this.pages.present(members.owner);
    for (const { at, happens } of moments) {
      await this.clock.moveTo(at);
      await happens();
    }
    await this.clock.moveTo(DEMO_START);
  }

  /** Every moment of every case. Clients and people are made when their first case needs them. */
  #plan(members: Readonly<Record<Role, StaffActor>>): Moment[] {
    const client = remembered((key) => this.#makeClient(members.specialist, key));
    const person = remembered((key) => this.#makePerson(members, key));
    const morning = shanghaiDate(DEMO_START);
    const arrivals: Moment[] = [
      ...DEMO_LEADS.map((lead) => ({
        at: shanghaiInstant(morning, lead.time),
        happens: () => this.pages.leave(members.owner, lead),
      })),
      {
        at: shanghaiInstant(morning, DEMO_DATA_REQUEST_TIME),
        happens: async () => this.pages.ask(members.owner, await client(DEMO_CASES[0]?.client ?? '')),
      },
    ];
    const cases = DEMO_CASES.flatMap((story) => {
      const opened: { case?: OpenedCase } = {};
      const begin: Moment = {
        at: shanghaiInstant(story.openedOn, '09:30'),
        happens: async () => {
          opened.case = await this.steps.open(members, story, await client(story.client));
        },
      };
      const moments = story.steps.map(([on, time, step]) => ({
        at: shanghaiInstant(on, time),
        happens: async () => {
          if (!opened.case) throw new Error(`${story.name} has a step before it was opened`);
          const isOfAdmin = step.do === 'scan' || step.do === 'consent' || step.do === 'offer';
          const key = isOfAdmin ? story.admin : step.do === 'operator' ? step.person : undefined;
          const personId = key === undefined ? null : await person(key);
          if (step.do === 'operator' || step.do === 'raise')
            await this.places.take(members[story.assignee], opened.case, step, personId);
          else await this.steps.take(members, opened.case, step, personId);
        },
      }));
      return [begin, ...moments];
    });
    return [...cases, ...arrivals];
  }

  async #makeClient(actor: StaffActor, key: DemoCase['client']): Promise<{ id: string; contactId: string }> {
    const story = DEMO_CLIENTS.find((known) => known.key === key);
    if (!story) throw new Error(`no demo client ${key}`);
    const { name, countryCode, locale, timeZone } = story;
    const contacts = story.contacts.map(([contact, email, role]) => ({ name: contact, email, role }));
    const made = done(
      await this.clients.createClient(actor, {
        body: { name, countryCode, locale, timeZone, contacts },
      }),
    );
    const [contact] = made.contacts;
    if (!contact) throw new Error(`demo client ${key} has no contact`);
    done(await this.links.createLink(actor, contact.id));
    if (story.board) done(await this.links.createBoardroomLink(actor, made.id, story.board));
    return { id: made.id, contactId: contact.id };
  }

  async #makePerson(members: Readonly<Record<Role, StaffActor>>, key: string): Promise<string> {
    const story = DEMO_PEOPLE.find((known) => known.key === key);
    if (!story) throw new Error(`no demo person ${key}`);
    const { name, idKind, idNumber, phone, employer } = story;
    const made = done(
      await this.people.createPerson(this.steps.callerOf(members.specialist), {
        body: {
          name,
          idKind,
          idNumber,
          phone,
          employer,
          wechatHasPhone: true,
          wechatHasOwnCard: true,
          email: story.email ?? null,
          locale: 'zh',
          timeZone: 'Asia/Shanghai',
          accountsElsewhere: [],
        },
      }),
    );
    // Brought in by one, compared with the paper by another.
    done(
      await this.people.recordIdCheck(this.steps.callerOf(members.manager), {
        params: { id: made.id },
        query: undefined,
        body: { expectedVersion: made.version },
      }),
    );
    return made.id;
  }
}

/** Makes a thing once a key. */
function remembered<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
