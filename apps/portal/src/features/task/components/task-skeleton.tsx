/** The page of a paper before its answer is here: keeps the layout. */
export function TaskSkeleton() {
  return (
    <div className="portal-skeleton" aria-busy="true">
      <span className="portal-bone portal-bone-line" />
      <span className="portal-bone portal-bone-title" />
      <span className="portal-bone portal-bone-card" />
      <span className="portal-bone portal-bone-card" />
    </div>
  );
}
