/** Ratings: a review without its stars is half a review, so they stand in front of its words. */

/** '★★☆☆☆' for 2 of 5, alone on the first line; '' where the page tells no number from 1 to 5. */
export function starsLine(rating: string | null | undefined): string {
	const stars = Math.round(Number(/[1-5](?:[.,]\d)?/.exec(rating ?? '')?.[0].replace(',', '.')));
	return stars >= 1 && stars <= 5 ? '★'.repeat(stars) + '☆'.repeat(5 - stars) : '';
}
