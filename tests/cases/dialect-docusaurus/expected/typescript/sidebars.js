module.exports = {
  reference: [
    {
      type: "category",
      label: "Methods",
      items: [
        { type: "doc", id: "sdks/pets/README", label: "Pets SDK" },
      ],
    },
    {
      type: "category",
      label: "Utils",
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
