module.exports = {
  reference: [
    { type: "doc", id: "index", label: "Overview" },
    {
      type: "category",
      label: "Methods",
      items: [
        { type: "doc", id: "sdks/pets/README", label: "Pets SDK" },
      ],
    },
    {
      type: "category",
      label: "Guides",
      items: [
        { type: "doc", id: "guides/installation", label: "SDK Installation" },
        { type: "doc", id: "guides/usage", label: "SDK Example Usage" },
        { type: "doc", id: "guides/standalone-funcs", label: "Standalone Functions" },
        { type: "doc", id: "guides/errors", label: "Error Handling" },
        { type: "doc", id: "guides/retries", label: "Retries" },
        { type: "doc", id: "guides/server", label: "Server Selection" },
        { type: "doc", id: "guides/timeouts", label: "Timeouts" },
        { type: "doc", id: "guides/http-client", label: "Custom HTTP Client" },
        { type: "doc", id: "guides/hooks", label: "Hooks" },
        { type: "doc", id: "guides/debug", label: "Debugging" },
        { type: "doc", id: "guides/types", label: "Types" },
      ],
    },
    {
      type: "category",
      label: "Settings",
      items: [
        { type: "doc", id: "lib/utils/retryconfig", label: "RetryConfig" },
      ],
    },
    {
      type: "category",
      label: "Components",
      items: [
        { type: "doc", id: "models/components/owner", label: "Owner" },
        { type: "doc", id: "models/components/thing", label: "Thing" },
      ],
    },
  ],
};
