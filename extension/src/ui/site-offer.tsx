/** Asks, the first time on a site that Candor knows, whether its button may stand there. */

type Props = {
	host: string;
	onAllow: () => void;
	onDecline: () => void;
};

export function SiteOffer({host, onAllow, onDecline}: Props) {
	return (
		<section class="card stack" aria-label="This site">
			<b>Put the button beside comments on {host}?</b>
			<p class="soft">
				Your browser will ask to let Candor read {host}: Candor reads a comment when you press its button, and
				sends it to your own server alone.
			</p>
			<div class="row">
				<button type="button" class="primary" onClick={onAllow}>
					Put it there
				</button>
				<button type="button" onClick={onDecline}>
					Not now
				</button>
			</div>
		</section>
	);
}

/** Puts the button on any other page's site, and takes it away again. */
export function SiteSwitch({
	host,
	isOn,
	onAllow,
	onLeave,
}: Pick<Props, 'host' | 'onAllow'> & {isOn: boolean; onLeave: () => void}) {
	return (
		<p class="soft">
			{isOn ? `The button stands beside comments on ${host}. ` : `Many comments on ${host}? `}
			<button type="button" class="small" onClick={isOn ? onLeave : onAllow}>
				{isOn ? 'Take it away' : 'Put the button there'}
			</button>
		</p>
	);
}
