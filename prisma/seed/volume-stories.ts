/** The lives that the volume's cases are copies of: for each point of a case's life one story, lived on many different days. Called by `volume.ts`. */
import type { Route } from '../../packages/domain/dist/index.js';
import { VolumeCase, type LivedCase } from './volume-case.ts';

const DAY_MS = 86_400_000;
const FEE = { amountMinor: 300_00, currency: 'CNY' };

type Step = (life: VolumeCase) => VolumeCase;

const prepared: Step = (life) => life.registration('advice_accepted', 1);
const withPapers: Step = (life) =>
  prepared(life).nameAdmin(1).acceptPapers(3).signOff(1).registration('prerequisites_completed', 1);
const withEmail: Step = (life) =>
  withPapers(life).checkEmail(0).registration('email_confirmed', 1, { controlProven: true });
const scanned: Step = (life) => withEmail(life).registration('admin_verified', 1, { scanSeen: true });
const submitted: Step = (life) => scanned(life).registration('information_submitted', 0, { payer: 'client' });
const applied: Step = (life) => submitted(life).acceptPapers(1).order('application_submitted', 1);
const paid: Step = (life) =>
  applied(life).order('fee_paid', 2, { amount: FEE, means: 'wechat_pay', paidOn: dayOf(life, 2) });
const reviewed: Step = (life) => paid(life).order('auditor_assigned', 2, { provider: '审核机构一' });
const passed: Step = (life) => {
  const known = reviewed(life).order('qualification_passed', 6, { expiresAt: yearAfter(life, 6) }, true);
  return known.order('naming_passed', 0, { expiresAt: yearAfter(known, 0) }, true);
};
const renewing: Step = (life) => passed(life).registration('renewal_accepted', 300);

/** A point of a case's life. */
interface Story {
  readonly share: number;
  readonly route?: Route;
  /** How long ago its last step was at most, in days; its copies spread over that time evenly. */
  readonly withinDays: number;
  readonly live: Step;
}

/** Most accounts an agency looks after are live; of the rest most wait for somebody. */
const STORIES: readonly Story[] = [
  { share: 4, withinDays: 20, live: (life) => life },
  { share: 6, withinDays: 30, live: prepared },
  { share: 4, withinDays: 15, live: withPapers },
  { share: 4, withinDays: 10, live: withEmail },
  { share: 3, withinDays: 10, live: scanned },
  { share: 3, withinDays: 10, live: applied },
  { share: 3, withinDays: 5, live: paid },
  { share: 6, withinDays: 15, live: reviewed },
  {
    share: 3,
    withinDays: 8,
    live: (life) => reviewed(life).order('supplement_requested', 4, { reason: '营业执照不清晰' }, true),
  },
  {
    share: 2,
    withinDays: 60,
    live: (life) => reviewed(life).order('qualification_failed', 5, { reason: '主体信息不符' }, true),
  },
  {
    share: 3,
    route: 'small_transfer',
    withinDays: 6,
    live: (life) =>
      scanned(life).registration('information_submitted', 0, { transferAmount: { amountMinor: 37, currency: 'CNY' } }),
  },
  { share: 42, withinDays: 390, live: passed },
  { share: 4, withinDays: 30, live: renewing },
  {
    share: 3,
    withinDays: 12,
    live: (life) =>
      renewing(life)
        .order('order_opened', 2, { kind: 'renewal', payer: 'client' })
        .acceptPapers(1)
        .order('application_submitted', 1),
  },
  {
    share: 2,
    withinDays: 60,
    live: (life) => passed(life).registration('account_restricted', 40, {}, { evidence: { rank: 'screenshot' } }),
  },
  { share: 5, withinDays: 200, live: (life) => withPapers(life).registration('registration_withdrawn', 9) },
  { share: 3, withinDays: 200, live: (life) => withEmail(life).registration('registration_lapsed', 40) },
];

/** A story as it was lived once, and how many of a thousand copies it makes. */
export interface Life {
  readonly text: string;
  readonly lived: LivedCase;
  readonly share: number;
}

/** Lives every story on `days` different days that end before `now`. */
export function liveStories(now: string, days: number): Life[] {
  return STORIES.flatMap((story, which) =>
    Array.from({ length: days }, (_, index) => {
      const ago = ((index + 0.5) / days) * story.withinDays * DAY_MS;
      const accountType = (index + which) % 3 === 0 ? 'subscription' : 'service';
      const open = (at: number) =>
        story.live(new VolumeCase(new Date(at).toISOString(), accountType, story.route ?? 'wechat_verification'));
      // Lived once to learn how long it takes, then so that it ends on its day.
      const trial = Date.parse(now) - ago;
      const took = Date.parse(open(trial - 400 * DAY_MS).at) - (trial - 400 * DAY_MS);
      const { lived } = open(trial - took);
      return { text: JSON.stringify(lived), lived, share: story.share / days };
    }),
  );
}

function dayOf(life: VolumeCase, days: number): string {
  return new Date(Date.parse(life.at) + days * DAY_MS).toISOString().slice(0, 10);
}

function yearAfter(life: VolumeCase, days: number): string {
  return new Date(Date.parse(life.at) + (days + 365) * DAY_MS).toISOString();
}
