/** Opens the portal in a tab of its own as a contact sees it: half an hour, without any right to act. */
import { Button, type ButtonProps } from '@mantine/core';
import { createPreview } from '@daiban/contracts';
import { IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { callApi } from '../lib/call-api.js';
import { useLocale } from '../lib/locale.js';
import { ProblemNote } from './problem-note.js';

export interface ViewAsButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  contactId: string;
  /** Whose eyes; told where several contacts could be meant. */
  name?: string;
}

export function ViewAsButton({ contactId, name, ...look }: ViewAsButtonProps) {
  const { t } = useLocale();
  const preview = useMutation({
    mutationFn: () => callApi(createPreview, { params: { id: contactId }, body: {} }),
  });
  const open = (): void => {
    // Opened with the click itself, or the browser would take it for a pop-up.
    const tab = window.open('about:blank');
    if (tab) tab.opener = null;
    preview.mutate(undefined, {
      onSuccess: ({ url }) => (tab ? tab.location.replace(url) : location.assign(url)),
      onError: () => tab?.close(),
    });
  };
  return (
    <>
      <Button
        variant="default"
        {...look}
        leftSection={<IconEye size={15} aria-hidden="true" />}
        loading={preview.isPending}
        onClick={open}
        {...(name && { 'aria-label': t('records.ways.view_as_named', { name }) })}
      >
        {t('records.ways.view_as')}
      </Button>
      <ProblemNote error={preview.error} />
    </>
  );
}
