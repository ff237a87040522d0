"""What calls take and give that is no model: retry rules and streams."""

from .._runtime.client.dates import parse_date, parse_datetime
from .._runtime.client.retry_config import BackoffStrategy, RetryConfig

__all__ = ["BackoffStrategy", "RetryConfig", "parse_date", "parse_datetime"]
