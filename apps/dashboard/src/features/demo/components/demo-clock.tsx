/** In a demo: says that the data is made up and what its clock shows, and lets those who may move the clock forward. */
import { UnstyledButton } from '@mantine/core';
import { formatDateTime } from '@daiban/i18n';
import { lazy, Suspense, useState } from 'react';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';

const DemoClockDialog = lazy(() =>
  import('./demo-clock-dialog.js').then((module) => ({ default: module.DemoClockDialog })),
);

export function DemoClock({ now }: { now: string }) {
  const { t, locale } = useLocale();
  const mayMove = useMay('demo.manage');
  const [open, setOpen] = useState(false);
  return (
    <>
      <span className="demo-note">
        {t('dashboard.demo.note')} <time dateTime={now}>{formatDateTime(now, 'Asia/Shanghai', locale)}</time>
      </span>
      {mayMove ? (
        <UnstyledButton className="demo-move" onClick={() => setOpen(true)}>
          {t('dashboard.demo.move')}
        </UnstyledButton>
      ) : null}
      {open ? (
        <Suspense>
          <DemoClockDialog now={now} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
