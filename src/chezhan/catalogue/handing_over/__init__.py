"""What somebody is responsible for goes to others: before they leave, or whenever their work is shared out anew."""
