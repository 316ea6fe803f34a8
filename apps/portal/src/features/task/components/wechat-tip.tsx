/** What to do when WeChat's own browser does not hand over a file; shown only there. */
import { useLocale } from '../../../lib/locale.js';
import { taskText } from '../texts.js';

export function isInWechat(): boolean {
  return /MicroMessenger/i.test(navigator.userAgent);
}

export function WechatTip() {
  const { locale } = useLocale();
  if (!isInWechat()) return null;
  return (
    <section className="portal-card task-tip" aria-labelledby="task-wechat">
      <svg viewBox="0 0 96 132" width="72" height="99" role="img" aria-label={taskText(locale, 'task.wechat.picture')}>
        <rect className="task-line" x="6" y="4" width="84" height="124" rx="12" />
        <path className="task-line" d="M6 28h84" />
        <g className="task-ink">
          <circle cx="66" cy="17" r="2.4" />
          <circle cx="74" cy="17" r="2.4" />
          <circle cx="82" cy="17" r="2.4" />
        </g>
        <circle className="task-accent" cx="74" cy="17" r="13" />
        <path className="task-line" d="M6 84h84" />
        <rect className="task-faint" x="16" y="94" width="18" height="18" rx="5" />
        <rect className="task-mark-area" x="39" y="94" width="18" height="18" rx="5" />
        <circle className="task-accent" cx="48" cy="103" r="5.5" />
        <path className="task-accent" d="M42.500 103h11M48 97.500v11" />
        <rect className="task-faint" x="62" y="94" width="18" height="18" rx="5" />
      </svg>
      <div>
        <h2 id="task-wechat">{taskText(locale, 'task.wechat.heading')}</h2>
        <p>{taskText(locale, 'task.wechat.text')}</p>
      </div>
    </section>
  );
}
