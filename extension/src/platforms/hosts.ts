/** Where the sites are: apart from what reads them, which their pages alone need. */

/** The addresses of each platform as match patterns, for the permission; software that runs at any address has none. */
export const hosts = {
	youtube: ['https://www.youtube.com/*'],
	youtubeStudio: ['https://studio.youtube.com/*'],
	youtubeMobile: ['https://m.youtube.com/*'],
	x: ['https://x.com/*', 'https://twitter.com/*'],
	facebook: ['https://www.facebook.com/*', 'https://web.facebook.com/*'],
	instagram: ['https://www.instagram.com/*'],
	linkedin: ['https://www.linkedin.com/*'],
	reddit: ['https://www.reddit.com/*', 'https://old.reddit.com/*'],
	tiktok: ['https://www.tiktok.com/*'],
	bluesky: ['https://bsky.app/*'],
	github: ['https://github.com/*'],
	hackerNews: ['https://news.ycombinator.com/*'],
	trustpilot: ['https://www.trustpilot.com/*', 'https://businessapp.b2b.trustpilot.com/*'],
	googleBusiness: ['https://business.google.com/*', 'https://www.google.com/local/business/*'],
	disqus: ['https://disqus.com/*'],
	discord: ['https://discord.com/*'],
};

/** The sites whose comments stand in frames of other sites' pages: their frames are looked into as well. */
export const hostsInFrames: string[] = [...hosts.disqus, ...hosts.googleBusiness];
