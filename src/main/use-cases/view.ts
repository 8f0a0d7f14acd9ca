import { dirname } from 'node:path'
import { KeptView } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { DurableJson, ensureFolder } from '../base/durable.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'

/** Keeps how a case is looked at, for its next opening on this machine. */
export function viewHandlers(opened: () => OpenCase): Pick<Handlers, 'view.get' | 'view.keep'> {
  let last: Promise<unknown> = Promise.resolve()
  return {
    'view.get': async () => {
      try {
        return await new DurableJson(opened().store.viewPath, KeptView).read()
      } catch (error) {
        // One that is damaged, or an earlier version's, is worth no question: the case is shown as at its first opening.
        if (error instanceof DossierError && (error.code === 'not-found' || error.code === 'damaged')) return null
        throw error
      }
    },
    'view.keep': async (view) => {
      const { viewPath, sealed } = opened().store
      if (sealed) return {}
      // Each after the one before: scrolling is many changes, and the last one counts.
      const turn = last.then(async () => {
        await ensureFolder(dirname(viewPath))
        await new DurableJson(viewPath, KeptView).write(view)
      })
      last = turn.catch(() => undefined)
      await turn
      return {}
    }
  }
}
