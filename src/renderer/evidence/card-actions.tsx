import { Toolbar } from 'react-aria-components'
import { goToUse, useUsesOf } from '../state/brief/uses.ts'
import { useCase } from '../state/case/case.ts'
import { Button } from '../ui/button.tsx'
import { shorten } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { MenuButton } from '../ui/menu.tsx'
import type { Card } from './cards.ts'
import { citeCard, insertCard, showCard } from './evidence.ts'

/** What can be done with the card that the list is at. It stands under the list, as an item of a list may hold no buttons. */
export function CardActions({ card, here }: { card: Card; here: number }) {
  const readOnly = useCase((state) => state.readOnly)
  const name = card.quote ? `Quote ${card.quote.key}` : 'Mark'
  return (
    <Toolbar className="evidence-actions" aria-label={name}>
      <Button className="small" isDisabled={readOnly} onPress={() => void citeCard(card)}>
        Cite
      </Button>
      <Button className="small" isDisabled={readOnly} onPress={() => void insertCard(card)}>
        Quote block
      </Button>
      <Button className="small" onPress={() => void showCard(card)}>
        Source
      </Button>
      {card.quote && <UsedIn key={`${card.id} ${here}`} quoteId={card.quote.id} />}
    </Toolbar>
  )
}

/** Leads to each statement, block or figure that uses a quote. */
function UsedIn({ quoteId }: { quoteId: string }) {
  const uses = useUsesOf(quoteId)
  return (
    <MenuButton
      className="small"
      placement="top end"
      isDisabled={!uses || uses.length === 0}
      groups={[
        {
          title: 'Used in',
          entries: (uses ?? []).map((place) => ({
            id: `${place.briefId} ${place.nodeId}`,
            label: shorten(place.excerpt || place.section || 'Untitled section', 60),
            detail: [place.brief || 'Untitled brief', place.section].filter(Boolean).join(' · '),
            onAction: () => void goToUse(place)
          }))
        }
      ]}
    >
      Used in <Icon name="up" />
    </MenuButton>
  )
}
