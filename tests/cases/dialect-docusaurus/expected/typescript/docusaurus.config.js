// The configuration of the site, for Docusaurus 3. This file is written once: edit it as you like.
// `sidebars.js` beside it is written anew with the pages.
module.exports = {
  title: "Pets",
  url: "https://docs.example.com",
  baseUrl: "/",
  onBrokenLinks: "throw",
  onBrokenAnchors: "throw",
  presets: [
    [
      "classic",
      {
        docs: {
          path: "docs",
          routeBasePath: "/",
          sidebarPath: require.resolve("./sidebars.js"),
        },
        blog: false,
        theme: {
          customCss: [
            require.resolve("./docs/stylesheets/pages.css"),
            require.resolve("./docs/stylesheets/theme.css"),
          ],
        },
      },
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    tableOfContents: { maxHeadingLevel: 2 },
    navbar: {
      title: "Pets",
    },
  },
};
