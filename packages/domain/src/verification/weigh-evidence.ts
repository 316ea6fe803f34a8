/** Says what a statement is worth: the one place where an evidence's rank becomes a provenance, and where one that cannot be taken is refused. Called by every judge and by the check of an address. */
import type { Provenance } from '../enumerations/index.js';
import type { Acknowledgement, Finding } from '../machine/finding.js';
import { found } from '../registration/judging.js';
import type { CommandActor, Evidence } from '../registration/registration-command.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';

/**
 * WeChat's own words count as such only from a program (the inbox, an API key): a person who saw them reports what was on
 * a screen, as one does with a screenshot. A typed note counts for more when a second member signs it too; who may sign,
 * `evidenceFindings` says. null: nothing was given.
 */
export function weighEvidence(evidence: Evidence | undefined, actor: CommandActor): Provenance | null {
  if (!evidence) return actor.kind === 'wechat' ? 'wechat_event' : null;
  switch (evidence.rank) {
    case 'wechat_event':
    case 'wechat_api': {
      const isProgram = actor.kind === 'wechat' || actor.kind === 'system' || actor.kind === 'api_key';
      return isProgram ? evidence.rank : 'screenshot';
    }
    case 'screenshot':
      return 'screenshot';
    case 'typed':
      return evidence.countersignedBy === undefined ? 'typed' : 'typed_countersigned';
  }
}

/** Why a statement cannot be taken as it stands, even of an observation: a file nobody uploaded, a second signature that is none. */
export function evidenceFindings(
  evidence: Evidence | undefined,
  acknowledgements: readonly Acknowledgement[],
  actor: Pick<CommandActor, 'memberId'>,
  { memberIds, fileIds }: RegistrationFacts['agency'],
): Finding[] {
  const findings: Finding[] = [];
  const files = [evidence?.fileId, ...acknowledgements.map(({ evidenceId }) => evidenceId)];
  if (files.some((id) => id !== undefined && !fileIds.includes(id)))
    findings.push(found('evidence.file_unknown', null));
  const signer = evidence?.countersignedBy;
  if (signer !== undefined && (signer === actor.memberId || !memberIds.includes(signer)))
    findings.push(found('evidence.countersigner_invalid', null));
  return findings;
}

/** Whether it counts as heard from Tencent: then an observation is recorded whatever we believed. */
export function isHeard(provenance: Provenance | null): boolean {
  return provenance !== null && provenance !== 'typed' && provenance !== 'assumed';
}
