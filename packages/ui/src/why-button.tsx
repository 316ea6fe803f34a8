/** A small "?" beside a number or a refusal: opens what it rests on. By mouse, touch and keyboard alike; Escape, a press elsewhere or going on with Tab closes it. */
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';

export interface WhyButtonProps {
  /** What the button asks, for those who do not see where it stands: "Why? Promise". */
  label: string;
  /** What is shown while it is open, and only then: it may ask the server. Phrasing content, since the button may stand in a sentence. */
  children: ReactNode;
}

/** Between the panel and the edges of the screen, and between the panel and its button. */
const EDGE = 12;
const GAP = 6;
const WIDTH = 360;

export function WhyButton({ label, children }: WhyButtonProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLSpanElement>(null);
  const place = useCallback(() => {
    if (button.current && panel.current) placeBeside(panel.current, button.current.getBoundingClientRect());
  }, []);

  useLayoutEffect(() => {
    if (!open) return;
    // Above dialogs and outside every frame that would cut it; browsers without this layer show it in place.
    panel.current?.showPopover?.();
    place();
  }, [open, place]);

  useEffect(() => {
    if (!open) return;
    const isInside = ({ target }: Event): boolean => target instanceof Node && !!whole.current?.contains(target);
    const onPress = (event: PointerEvent): void => {
      if (!isInside(event)) setOpen(false);
    };
    const onFocus = (event: FocusEvent): void => {
      if (!isInside(event)) setOpen(false);
      // A dialog around it must not take the Escape that is meant for this panel.
      else (event.target as Element).setAttribute('data-mantine-stop-propagation', 'true');
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    const captured = { capture: true };
    document.addEventListener('pointerdown', onPress, captured);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey, captured);
    window.addEventListener('scroll', place, captured);
    window.addEventListener('resize', place);
    return () => {
      document.removeEventListener('pointerdown', onPress, captured);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey, captured);
      window.removeEventListener('scroll', place, captured);
      window.removeEventListener('resize', place);
    };
  }, [open, place]);

  return (
    <span ref={whole} className="why">
      <button
        ref={button}
        type="button"
        className="why-button"
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-mantine-stop-propagation={open || undefined}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">?</span>
      </button>
      {open ? (
        <span ref={panel} id={id} className="why-panel" popover="manual" aria-live="polite" tabIndex={-1}>
          {children}
        </span>
      ) : null}
    </span>
  );
}

/** Below its button, or above it where there is more room; never over the edge of the screen. */
function placeBeside(panel: HTMLElement, button: DOMRect): void {
  const width = Math.min(WIDTH, window.innerWidth - 2 * EDGE);
  const left = Math.max(EDGE, Math.min(button.left - EDGE, window.innerWidth - width - EDGE));
  const below = window.innerHeight - button.bottom;
  const isBelow = below >= button.top;
  const { style } = panel;
  style.width = `${width}px`;
  style.left = `${left}px`;
  style.top = isBelow ? `${button.bottom + GAP}px` : 'auto';
  style.bottom = isBelow ? 'auto' : `${window.innerHeight - button.top + GAP}px`;
  style.maxHeight = `${(isBelow ? below : button.top) - GAP - EDGE}px`;
}
