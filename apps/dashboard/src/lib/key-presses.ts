/** Single-key commands of a screen (j, k, Enter, /), which never fire while somebody types or composes Chinese. */
import { useEffect, useRef } from 'react';

/** Whether a key press belongs to an input method that is still composing; its Enter confirms a word and must not submit. */
export function isComposing(event: { nativeEvent?: KeyboardEvent } | KeyboardEvent): boolean {
  const native = event instanceof KeyboardEvent ? event : event.nativeEvent;
  // 229: Safari reports the closing Enter after compositionend, with this code only.
  return Boolean(native && (native.isComposing || native.keyCode === 229));
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      Boolean(target.closest('[role=dialog],[role=menu]')))
  );
}

/** Calls the handler of the pressed key; a button or link that has the focus keeps its own Enter. */
export function useKeyPresses(handlers: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event) || isTyping(event.target)) return;
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a,button,summary'))
        return;
      const handler = latest.current[event.key];
      if (!handler) return;
      event.preventDefault();
      handler(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
