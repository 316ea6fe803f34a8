/** The two threads of a case, never to be taken for each other: what the client reads, and what stays with us. Each has its word, its shape and its ground. */
import { Tabs } from '@mantine/core';
import '@mantine/core/styles/Tabs.css';
import type { RegistrationCase } from '@daiban/contracts';
import { MESSAGE_AUDIENCES, type MessageAudience } from '@daiban/domain/enumerations';
import { HolderMark } from '@daiban/ui';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { UnreadMark } from '../../../components/unread-mark.js';
import { useLocale } from '../../../lib/locale.js';
import { useUnreadMessages } from '../../../lib/unread-messages.js';
import { MessageThread } from './message-thread.js';
import './messages.css';

const MARKS = {
  client: <HolderMark holder="client" size={12} />,
  internal: <IconLock size={14} stroke={1.8} aria-hidden="true" />,
} as const satisfies Record<MessageAudience, unknown>;

export interface MessagesCardProps {
  registrationId: string;
  client: Pick<RegistrationCase['client'], 'id' | 'name'>;
}

export function MessagesCard({ registrationId, client }: MessagesCardProps) {
  const { t } = useLocale();
  const [audience, setAudience] = useState<MessageAudience>('client');
  const unread = useUnreadMessages().get(registrationId) ?? 0;
  return (
    <section className="case-section messages" aria-labelledby="messages">
      <header className="section-head">
        <h2 id="messages">{t('messages.title')}</h2>
      </header>
      <Tabs value={audience} onChange={(chosen) => chosen && setAudience(chosen as MessageAudience)}>
        <Tabs.List>
          {MESSAGE_AUDIENCES.map((each) => (
            <Tabs.Tab key={each} value={each} leftSection={MARKS[each]}>
              {t(`messages.tab.${each}`)}
              {each === 'client' ? <UnreadMark count={unread} /> : null}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {MESSAGE_AUDIENCES.map((each) => (
          <Tabs.Panel key={each} value={each} className={`messages-panel messages-${each}`}>
            <MessageThread place={{ clientId: client.id, registrationId }} clientName={client.name} audience={each} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}
