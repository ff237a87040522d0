module.exports = {
  reference: [
    { type: "doc", id: "index", label: "Overview" },
    {
      type: "category",
      label: "Methods",
      items: [
        { type: "doc", id: "sdks/petssdk/README", label: "Pets" },
        { type: "doc", id: "sdks/pets/README", label: "Pets SDK" },
      ],
    },
    {
      type: "category",
      label: "Guides",
      items: [
        { type: "doc", id: "guides/installation", label: "SDK Installation" },
        { type: "doc", id: "guides/usage", label: "SDK Example Usage" },
        { type: "doc", id: "guides/errors", label: "Error Handling" },
        { type: "doc", id: "guides/retries", label: "Retries" },
        { type: "doc", id: "guides/server", label: "Server Selection" },
        { type: "doc", id: "guides/timeouts", label: "Timeouts" },
        { type: "doc", id: "guides/http-client", label: "Custom HTTP Client" },
        { type: "doc", id: "guides/hooks", label: "Hooks" },
        { type: "doc", id: "guides/debug", label: "Debugging" },
        { type: "doc", id: "guides/types", label: "Types" },
        { type: "doc", id: "guides/standalone-funcs", label: "Standalone Functions" },
      ],
    },
    {
      type: "category",
      label: "Models",
      items: [
        { type: "doc", id: "models/kind", label: "Kind" },
        { type: "doc", id: "models/owner", label: "Owner" },
        { type: "doc", id: "models/pet", label: "Pet" },
        { type: "doc", id: "models/petslistallrequest", label: "PetsListAllRequest" },
        { type: "doc", id: "models/two", label: "Two" },
      ],
    },
    {
      type: "category",
      label: "Settings",
      items: [
        { type: "doc", id: "models/utils/retryconfig", label: "RetryConfig" },
      ],
    },
  ],
};
