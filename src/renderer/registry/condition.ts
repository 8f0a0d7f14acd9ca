/** A store whose changes can be heard of, as zustand makes them. */
interface Observed<S> {
  getState: () => S
  subscribe: (listener: () => void) => () => void
}

/** What has to be so for a command to make sense. It says itself what it depends on, so that whatever shows it can follow. */
export interface Condition {
  holds: () => boolean
  /** One for each store that it depends on. */
  subscribe: readonly Observed<unknown>['subscribe'][]
}

/** The condition that a store's state passes a test. Tests are run often and have to be quick. */
export function when<S>(store: Observed<S>, test: (state: S) => boolean): Condition {
  return { holds: () => test(store.getState()), subscribe: [store.subscribe] }
}

/** The condition that all of some hold. */
export function all(...conditions: Condition[]): Condition {
  return {
    holds: () => conditions.every((condition) => condition.holds()),
    subscribe: [...new Set(conditions.flatMap(({ subscribe }) => subscribe))]
  }
}

/** Calls a listener once after changes that may make one of some conditions hold or not, until the returned function is called. */
export function follow(conditions: readonly Condition[], listener: () => void): () => void {
  let due = false
  const soon = (): void => {
    if (due) return
    due = true
    queueMicrotask(() => {
      due = false
      listener()
    })
  }
  const leave = Array.from(new Set(conditions.flatMap(({ subscribe }) => subscribe)), (subscribe) => subscribe(soon))
  return () => {
    for (const stop of leave) stop()
  }
}
