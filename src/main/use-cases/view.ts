import { KeptView } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { DurableJson } from '../base/durable.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'

/** Keeps how a case is looked at, for its next opening on this machine. */
export function viewHandlers(opened: () => OpenCase): Pick<Handlers, 'view.get' | 'view.keep'> {
  return {
    'view.get': async () => {
      try {
        return await fileOf(opened()).read()
      } catch (error) {
        // One that is damaged, or an earlier version's, is worth no question: the case is shown as at its first opening.
        if (error instanceof DossierError && (error.code === 'not-found' || error.code === 'damaged')) return null
        throw error
      }
    },
    'view.keep': async (view) => {
      const open = opened()
      if (!open.store.sealed) await fileOf(open).write(view)
      return {}
    }
  }
}

function fileOf({ store }: OpenCase): DurableJson<KeptView> {
  return new DurableJson(store.viewPath, KeptView, { makesFolder: true })
}
