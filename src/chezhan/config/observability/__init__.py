"""What the platform's people see of a running product: health, metrics, logs, error reports. No personal data in any."""
