/** Says what a statement is worth: the one place where an evidence's rank becomes a provenance. Called by every judge. */
import type { Provenance } from '../enumerations/index.js';
import type { CommandActor, Evidence } from '../registration/registration-command.js';

/**
 * WeChat's own words count as such only from a program (the inbox, an API key): a person who saw them attaches a screenshot.
 * A screenshot that is not attached is a typed note. A typed note counts for more when a second active member of the
 * agency signs it too; the author cannot. null: nothing was given.
 */
export function weighEvidence(
  evidence: Evidence | undefined,
  actor: CommandActor,
  memberIds: readonly string[],
): Provenance | null {
  if (!evidence) return actor.kind === 'wechat' ? 'wechat_event' : null;
  const isProgram = actor.kind === 'wechat' || actor.kind === 'system' || actor.kind === 'api_key';
  const isOfWechat = evidence.rank === 'wechat_event' || evidence.rank === 'wechat_api';
  if (isOfWechat && isProgram) return evidence.rank;
  if (evidence.rank !== 'typed' && evidence.fileId) return 'screenshot';
  const { countersignedBy } = evidence;
  const isCountersigned =
    countersignedBy !== undefined && countersignedBy !== actor.id && memberIds.includes(countersignedBy);
  return isCountersigned ? 'typed_countersigned' : 'typed';
}

/** Whether it counts as heard from Tencent: then an observation is recorded whatever we believed. */
export function isHeard(provenance: Provenance | null): boolean {
  return provenance !== null && provenance !== 'typed' && provenance !== 'assumed';
}
