/** Daiban's mark: two stations of a journey, one reached. Shown in the head of both apps. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <rect width="20" height="20" rx="5" fill="var(--ink)" />
      <path d="M4.5 10H15.5" stroke="var(--paper)" strokeWidth="1.8" />
      <circle cx="5.6" cy="10" r="2.1" fill="var(--paper)" />
      <circle cx="14" cy="10" r="3" fill="var(--ink)" stroke="var(--paper)" strokeWidth="1.8" />
    </svg>
  );
}
