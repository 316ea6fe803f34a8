/** Asks the API about a number, an address or a name while it is typed: what a browser does not carry with it (the phone plans of the world, the rules of the day). */
import { checkIdentifier, type OperationCall } from '@daiban/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { callApi } from './call-api.js';

export type IdentifierQuestion = OperationCall<typeof checkIdentifier>['body'];

const PAUSE = 300;

/** The answer to the newest question after a pause in typing; asks nothing while the value is empty. What was asked is not kept. */
export function useIdentifierCheck(question: IdentifierQuestion) {
  const [asked, setAsked] = useState(question);
  const key = JSON.stringify(question);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(JSON.parse(key) as IdentifierQuestion), PAUSE);
    return () => clearTimeout(timer);
  }, [key]);
  const answer = useQuery({
    queryKey: ['identifier-check', asked],
    queryFn: ({ signal }) => callApi(checkIdentifier, { body: asked }, { signal }),
    enabled: asked.value.trim() !== '',
    placeholderData: keepPreviousData,
    // A person's number may stand in it.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  const isOfNow = asked.value === question.value && asked.kind === question.kind;
  return { ...answer, data: asked.value.trim() === '' ? undefined : answer.data, isOfNow };
}
