/** The words of who is acting and what they may do. */

export const ROLES = ['owner', 'manager', 'specialist', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Who did something: a member of the agency, a program with an API key, a client's contact, an admin person, time itself, or Tencent. */
export const ACTOR_KINDS = ['member', 'api_key', 'contact', 'admin_person', 'system', 'wechat'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const LOCALES = ['en', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

/** Who may read a history entry. */
export const VISIBILITIES = ['internal', 'client'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** The three voices of the history: we did (a decision), we heard (an observation), the clock (what time brought). */
export const VOICES = ['we_did', 'we_heard', 'the_clock'] as const;
export type Voice = (typeof VOICES)[number];

export const DELIVERY_STATES = ['queued', 'sending', 'accepted', 'bounced', 'skipped', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a mail that was queued is no longer needed when its turn comes. */
export const SKIP_REASONS = [
  'contact_removed',
  'renewed',
  'end_changed',
  'superseded',
  'not_live',
  'no_end_known',
  'declined',
  'paused',
  'order_paid',
  'over',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
