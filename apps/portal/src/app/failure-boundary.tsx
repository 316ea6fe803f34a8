/** The last net: a fault in drawing the page shows a face that says so, never a blank screen. */
import { Component, type ReactNode } from 'react';
import { FailureFace } from '../lib/face.js';
import { LocaleProvider } from '../lib/locale.js';
import { PortalFrame } from '../lib/portal-frame.js';

export class FailureBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <LocaleProvider>
        <PortalFrame>
          <FailureFace
            error={new Error('drawing failed', { cause: this.state.error })}
            onRetry={() => location.reload()}
          />
        </PortalFrame>
      </LocaleProvider>
    );
  }
}
