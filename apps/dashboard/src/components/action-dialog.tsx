/** Records one event: asks for exactly the facts the API says it needs, for answers to its warnings, and for evidence. Keeps what was typed when the call is refused. */
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import type { Refusal } from '@daiban/contracts';
import { useState, type FormEvent, type ReactNode } from 'react';
import { describeProblem } from '../lib/describe-problem.js';
import {
  buildEventInput,
  EMPTY_DRAFT,
  findFieldProblems,
  findingsToAnswer,
  isAsked,
  isRequired,
  TOLD_BY_TENCENT,
  type EventDraft,
  type EventInput,
  type OfferedEvent,
} from '../lib/event-form.js';
import { useLocale } from '../lib/locale.js';
import { useReturnFocus } from '../lib/return-focus.js';
import { useBusinessTime } from '../lib/session.js';
import { AnswerInput } from './answer-input.js';
import { EvidenceInput } from './evidence-input.js';
import { FactInput } from './fact-input.js';
import { ProblemNote } from './problem-note.js';

export interface ActionDialogProps {
  /** The event's verb. */
  title: string;
  event: OfferedEvent;
  /** What is filled in already, such as the fee of the day. */
  initialFacts?: Readonly<Record<string, string>>;
  /** Sends the call; the dialog stays open with everything typed until it resolves. */
  onSubmit: (input: EventInput) => void;
  onClose: () => void;
  pending: boolean;
  error: unknown;
  /** What a fact can be chosen from, by its name; an id without choices has no field. */
  choices?: Readonly<Record<string, readonly { value: string; label: string }[]>>;
  /** What a person should know before they fill it in. */
  children?: ReactNode;
  /** Facts that only matter to `order_opened` carry no time of their own. */
  withoutTime?: boolean;
}

export function ActionDialog({
  title,
  event,
  initialFacts = {},
  onSubmit,
  onClose,
  pending,
  error,
  withoutTime = false,
  choices = {},
  children,
}: ActionDialogProps) {
  useReturnFocus();
  const { t } = useLocale();
  const { today } = useBusinessTime();
  const [draft, setDraft] = useState<EventDraft>({ ...EMPTY_DRAFT, facts: initialFacts });
  const [tried, setTried] = useState(false);
  const problem = error ? describeProblem(error, t) : null;
  const findings = findingsToAnswer(event, problem?.refusals ?? []);
  const problems = findFieldProblems(event, draft, findings);
  const isWrong = (name: string): string | undefined =>
    tried && problems.has(name) ? t('dashboard.field.empty') : undefined;
  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    setTried(true);
    if (problems.size === 0 && !pending) onSubmit(buildEventInput(event, draft, findings));
  };
  const answered = (refusal: Refusal): boolean => refusal.kind === 'soft' || refusal.kind === 'unknown';
  const evidence = event.factsNeeded.find(({ kind }) => kind === 'evidence');
  const facts = event.factsNeeded.filter((fact) => fact.kind !== 'evidence' && isAsked(fact, draft.facts));
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('dashboard.close') }}
    >
      <form className="stack" onSubmit={submit} noValidate>
        {children}
        {facts.map((fact) =>
          fact.name === 'reason' ? (
            <Textarea
              key="reason"
              label={t(TOLD_BY_TENCENT.has(event.event) ? 'dashboard.fact.tencent_said' : 'dashboard.fact.reason')}
              required={fact.required}
              withAsterisk={fact.required}
              rows={3}
              maxLength={2000}
              error={isWrong('reason')}
              value={draft.reason}
              onChange={(changed) => {
                const value = changed.currentTarget.value;
                setDraft((old) => ({ ...old, reason: value }));
              }}
            />
          ) : (
            <FactInput
              key={fact.name}
              fact={{ ...fact, required: isRequired(fact, draft.facts) }}
              values={draft.facts}
              today={today}
              choices={choices[fact.name]}
              error={isWrong(fact.name)}
              onChange={(name, value) => setDraft((old) => ({ ...old, facts: { ...old.facts, [name]: value } }))}
            />
          ),
        )}
        {evidence ? (
          <EvidenceInput
            value={draft.evidence}
            required={evidence.required}
            error={isWrong(evidence.name)}
            onChange={(value) => setDraft((old) => ({ ...old, evidence: value }))}
          />
        ) : null}
        {findings.map((finding) => (
          <AnswerInput
            key={finding.code}
            finding={finding}
            value={draft.answers[finding.code] ?? { reason: '', answeredBy: '' }}
            missing={{
              reason: tried && problems.has(`${finding.code}.reason`),
              answeredBy: tried && problems.has(`${finding.code}.answeredBy`),
            }}
            onChange={(value) => setDraft((old) => ({ ...old, answers: { ...old.answers, [finding.code]: value } }))}
          />
        ))}
        {withoutTime ? null : (
          <TextInput
            type="datetime-local"
            label={t('dashboard.occurred_at')}
            description={t('dashboard.occurred_at_help')}
            value={draft.occurredAt}
            onChange={(changed) => {
              const value = changed.currentTarget.value;
              setDraft((old) => ({ ...old, occurredAt: value }));
            }}
          />
        )}
        {problem?.kind === 'conflict' ? (
          <div className="problem" role="alert">
            <p className="problem-title">{t('dashboard.conflict.title')}</p>
            <p>{t('dashboard.conflict.detail')}</p>
          </div>
        ) : problem && !(problem.refusals.length > 0 && problem.refusals.every(answered)) ? (
          <ProblemNote error={error} without={answered} />
        ) : null}
        <div className="dialog-foot">
          <Button variant="subtle" onClick={onClose}>
            {t('dashboard.cancel')}
          </Button>
          <Button type="submit" loading={pending}>
            {problem?.kind === 'conflict' ? t('dashboard.conflict.again') : title}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
