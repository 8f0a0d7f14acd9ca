/** Where the time and new ids come from. */
export interface ClockAndIds {
  now: () => Date
  newId: () => string
}
