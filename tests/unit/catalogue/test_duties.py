"""How near what somebody looks after is to where a lead comes from: most exact wins, whichever of the names is said."""

import pytest

from chezhan.catalogue.duties.matching import closeness
from chezhan.catalogue.duties.places import wholes


def near(region, *duties):
    return closeness(aspect="region", values=duties, said=[region])


@pytest.mark.parametrize("said", ["西湖区", "西湖", "杭州西湖区", "杭州市西湖区", "浙江杭州西湖", "浙江省杭州市西湖区"])
def test_the_district_comes_before_its_city_and_that_before_its_province(said):
    found = [near(said, duty) for duty in ("西湖区", "杭州市", "浙江")]
    assert found == sorted(set(found), reverse=True) and found[-1] > 0
    assert near(said, "杭州") == near(said, "浙江省杭州市") == near(said, "杭州市")
    assert (near(said, "宁波市"), near(said, "余杭区"), near(said, "江苏省")) == (0, 0, 0)


def test_a_city_alone_is_its_provinces_and_no_district_of_its_own():
    assert near("杭州", "浙江省") > 0 and near("绍兴市", "浙江") > 0
    assert (near("杭州市", "西湖区"), near("浙江", "杭州市")) == (0, 0)


def test_a_name_that_several_places_have_may_be_any_of_them_until_the_city_is_said():
    assert near("鼓楼区", "南京") > 0 and near("鼓楼区", "福州市") > 0 and near("鼓楼区", "杭州市") == 0
    assert near("鼓楼区", "鼓楼区") > near("鼓楼区", "南京市")
    assert near("福州市鼓楼区", "福州") > 0 and near("福州市鼓楼区", "南京") == 0
    # Who has a district of that name has no other one where the city is said.
    assert near("福州市鼓楼区", "南京市鼓楼区") == 0


def test_regions_of_their_own_cities_and_long_names():
    assert near("海淀区", "北京") > 0 and near("北京海淀", "北京市") > 0
    assert wholes("延边") == ("吉林省延边朝鲜族自治州",)
    assert near("延吉市", "延边") > 0 and near("南宁", "广西") > 0
    assert wholes("济源市") == ("河南省济源市",)


def test_what_is_no_known_place_is_compared_as_it_is_written():
    assert wholes("城西片区") == () and near("城西片区", "城西片区") == near("西湖区", "西湖") > 0
    assert near("杭州市西湖区文三路", "杭州市") > 0 and near("文三路", "杭州市") == 0
