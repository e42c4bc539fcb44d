"""What the platform sees of a running product: health, metrics, logs, error reports. No personal data in any."""
