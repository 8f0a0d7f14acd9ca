import { z } from 'zod'
import { contract, type RequestName } from '../../shared/api/contract.ts'
import { issuedPlaces, placeUses, type PlaceUse } from '../../shared/api/place.ts'
import type { Places } from './places.ts'

/** The places of a request: the fields of its input that take them, as the contract declares them. */
export function placesOf(name: RequestName): [field: string, use: PlaceUse][] {
  return Object.entries(contract[name].input.shape as z.core.$ZodLooseShape).flatMap(([field, schema]) => {
    const use = placeUses.get(bare(schema))
    return use ? [[field, use] as [string, PlaceUse]] : []
  })
}

/** A schema without `nullable` and `optional` around it. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema
}

/**
 * A parsed input with paths where the page has places; a place that serves one request is used up by it.
 * @throws DossierError `bad-request` when one of them isn't good for this, and then none is used up
 */
export function toPaths(name: RequestName, input: object, places: Places): object {
  const given = input as Record<string, unknown>
  const found = placesOf(name).flatMap(([field, use]) => {
    const token = given[field]
    if (typeof token !== 'string') return []
    const paths = places.look(token, use, input)
    return [{ token, entry: [field, use.many ? [...paths] : paths[0]] as const }]
  })
  for (const { token } of found) places.spend(token)
  return { ...input, ...Object.fromEntries(found.map(({ entry }) => entry)) }
}

type Fill = (value: unknown, places: Places) => unknown
const fills = new Map<z.core.$ZodType, Fill | null>()

/** What fills the places into an answer of a schema; null where there are none. */
function fillOf(schema: z.core.$ZodType): Fill | null {
  const known = fills.get(schema)
  if (known !== undefined) return known
  // A schema that holds itself has no places: they would have to stand in what an answer consists of.
  fills.set(schema, null)
  const made = makeFill(schema)
  fills.set(schema, made)
  return made
}

function makeFill(schema: z.core.$ZodType): Fill | null {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    const inner = fillOf(schema.unwrap())
    return inner && ((value, places) => (value === null || value === undefined ? value : inner(value, places)))
  }
  if (schema instanceof z.ZodArray) {
    const inner = fillOf(schema.element)
    return inner && ((value, places) => (value as unknown[]).map((item) => inner(item, places)))
  }
  if (!(schema instanceof z.ZodObject)) return null
  const fields = Object.entries(schema.shape as z.core.$ZodLooseShape).flatMap(([field, inner]) => {
    const meta = issuedPlaces.get(inner)
    const fill: Fill | null = meta
      ? (value, places) => places.know(meta.purpose, String((value as Record<string, unknown>)[meta.of]))
      : fillOf(inner)
    return fill ? [{ field, fill, issued: meta !== undefined }] : []
  })
  if (fields.length === 0) return null
  return (value, places) => ({
    ...(value as object),
    ...Object.fromEntries(
      fields.map(({ field, fill, issued }) => [
        field,
        fill(issued ? value : (value as Record<string, unknown>)[field], places)
      ])
    )
  })
}

/** A handler's answer with the places that the contract says. */
export function withPlaces(name: RequestName, answer: unknown, places: Places): unknown {
  return fillOf(contract[name].output)?.(answer, places) ?? answer
}
