import { ask } from '../window/bridge.ts'
import { useCase } from '../case/case.ts'
import type { Located } from '../window/dialogs.ts'

/** Asks which cases were open lately. */
export async function loadRecent(): Promise<void> {
  const recent = await ask('app.recent', {})
  if (recent) useCase.setState({ recent })
}

/** Takes a case off the list of those that were open lately. */
export async function forgetRecent(place: Located['place']): Promise<void> {
  const recent = await ask('app.forget', { path: place })
  if (recent) useCase.setState({ recent })
}
