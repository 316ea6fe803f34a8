/** Gives the focus back when a dialog that was mounted open is unmounted; Mantine's own return waits for a dialog that stays mounted. */
import { useEffect, useRef, useState } from 'react';

/** Call it in the dialog: back to what opened it, or to the page's content where that is gone by then. */
export function useReturnFocus(): void {
  // While the dialog renders for the first time the opener still has the focus.
  const [opener] = useState(() => document.activeElement);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
      setTimeout(() => {
        // Open again: React mounts twice while developing. Elsewhere already: the reader went on.
        if (isOpen.current || (document.activeElement && document.activeElement !== document.body)) return;
        const target = opener instanceof HTMLElement && opener.isConnected ? opener : document.getElementById('main');
        target?.focus({ preventScroll: true });
      });
    };
  }, [opener]);
}
