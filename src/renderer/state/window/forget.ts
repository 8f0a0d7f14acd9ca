/** What drops the case's content, one for each place that holds some. */
const places: (() => void)[] = []

/** Says how a place that holds something of the open case drops it. Called once for each place, when its module is loaded. */
export function forgetWithCase(drop: () => void): void {
  places.push(drop)
}

/** Drops everything of the open case from the window: nothing of it may be left when the case is locked or another one is shown. */
export function forgetCase(): void {
  for (const drop of places) drop()
}
