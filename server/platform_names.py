"""What the platforms are called where people read it."""

from server.schemas import Platform

PLATFORM_NAMES: dict[Platform, str] = {
    "generic": "Somewhere else",
    "youtube": "YouTube",
    "x": "X",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
    "reddit": "Reddit",
    "tiktok": "TikTok",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "discourse": "Discourse",
    "github": "GitHub",
    "hacker_news": "Hacker News",
    "wordpress": "WordPress",
    "trustpilot": "Trustpilot",
    "google_business": "Google Business",
    "disqus": "Disqus",
    "discord": "Discord",
    "reviews": "A review",
    "blog": "A blog",
    "forum": "A forum",
}
