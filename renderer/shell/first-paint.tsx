/** The same as index.html paints before any script runs, so that nothing flickers. */
export function FirstPaint() {
  return (
    <main className="first-paint" aria-busy="true">
      <h1>KeyTill</h1>
    </main>
  );
}
