package io.cumulo.kit.storage;

import io.cumulo.kit.value.PartialDate;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a date as it was stated. */
@Converter(autoApply = true)
public class PartialDateText implements AttributeConverter<PartialDate, String> {

    @Override
    public String convertToDatabaseColumn(PartialDate date) {
        return date == null ? null : date.text();
    }

    @Override
    public PartialDate convertToEntityAttribute(String text) {
        return text == null ? null : new PartialDate(text);
    }
}
