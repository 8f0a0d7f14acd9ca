import type { PageRequest } from '../../shared/api/contract.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'
import type { ClockAndIds } from './clock-and-ids.ts'

/** The requests about what briefs were once. */
export function versionHandlers(
  opened: () => OpenCase,
  clockAndIds: ClockAndIds
): Pick<Handlers, Extract<PageRequest, `version.${string}`>> {
  return {
    'version.list': async ({ id }) => opened().versions.rows(id),
    'version.keep': async ({ briefId, name }) => {
      await opened().versions.keep(briefId, name, clockAndIds)
      return opened().versions.rows(briefId)
    },
    'version.rename': async ({ id, name }) => {
      const { briefId } = await opened().versions.rename(id, name)
      return opened().versions.rows(briefId)
    },
    'version.remove': async ({ id }) => {
      const { briefId } = await opened().versions.remove(id)
      return opened().versions.rows(briefId)
    },
    'version.difference': ({ briefId, before, after }) => opened().versions.difference(briefId, before, after),
    'version.restore': ({ id }) => opened().versions.restore(id, clockAndIds)
  }
}
